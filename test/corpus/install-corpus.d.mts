/** The folder of the documents, installed by the first call. */
export function installCorpus(): string;
