/** For what must be as new as its question: otherwise the answer to the same one, if that is still under way, is taken for both. */
export const fresh = { fetchPolicy: 'no-cache', context: { queryDeduplication: false } } as const
