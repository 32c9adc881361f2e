/** Something wrong in a course file. `file` is relative to `src/content/`. */
export type Problem = { file: string; line: number; message: string }

export type Report = (file: string, line: number, message: string) => void

export const formatProblem = ({ file, line, message }: Problem) =>
  `src/content/${file}:${line} ${message}`
