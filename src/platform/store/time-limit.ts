/** A command that neither answers nor fails in this time is given up; its group goes on without it. */
const longestRunMs = 2000

/** The work, or an error when it takes longer. */
export function inTime<T>(work: Promise<T>, longest = longestRunMs): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`A command took longer than ${longest} ms`)), longest)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
