/** The inline snippet of the NHS library that says whether scripts run; its hash is published with it. */
const snippet = "'sha256-tDOvXJi1PXbg0CWjLCCYSNHRXtps26K4JXkE3M6u/c0='"

/** The content security policy of every page; the worker sends the same with the copies that it shows. */
export const contentPolicy: Record<string, string[]> = {
  'default-src': ["'none'"],
  'script-src': ["'self'", snippet],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
}

const headerOf = (policy: Record<string, string[]>) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join(';')

export const contentPolicyHeader = headerOf(contentPolicy)

/** The same, where pages of ours stand in frames of ours. */
export const framingPolicyHeader = headerOf({
  ...contentPolicy,
  'frame-src': ["'self'"],
  'frame-ancestors': ["'self'"],
})
