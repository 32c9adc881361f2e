import { readFileSync } from 'node:fs'

// Loaded before the server (node --import): its clock is off by the seconds that stand in a file, and jumps when
// that file changes. Timers go on as they are: the machine's monotonic clock never jumps.
const file = process.env.FAULTS_CLOCK_FILE ?? ''
const RealDate = Date
let offsetMs = 0

function read() {
  try {
    offsetMs = Number(readFileSync(file, 'utf8')) * 1000 || 0
  } catch {
    // Being written at this moment: the next look reads it.
  }
}
read()
setInterval(read, 50).unref()

class ShiftedDate extends RealDate {
  constructor(...given: [] | ConstructorParameters<DateConstructor>) {
    if (given.length === 0) super(RealDate.now() + offsetMs)
    else super(...given)
  }
  static override now() {
    return RealDate.now() + offsetMs
  }
}
globalThis.Date = ShiftedDate as DateConstructor // `Date()` as a function is called by nobody here
