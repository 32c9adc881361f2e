/** Recordings and forms of the courses, as the build serves them. */
const addresses = import.meta.glob<string>('../../../../content/*/{media,files}/**/*.*', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** The address of a file that a lesson names, `<course>/media/x.mp4`; undefined once it is gone from the courses. */
export const courseFileAddress = (src: string): string | undefined =>
  addresses[`../../../../content/${src}`]
