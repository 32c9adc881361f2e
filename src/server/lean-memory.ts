import { setFlagsFromString } from 'node:v8'

// Imported first by what serves: else V8 keeps, for later, most of what loading the modules once took. Of 360 MB
// at rest 170 are left; what is asked for under load it takes and gives back. Measured by `npm run bench`.
setFlagsFromString('--memory-saver-mode')
