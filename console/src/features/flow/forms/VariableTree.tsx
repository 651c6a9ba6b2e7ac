/** What variables held in the last run, by `node.variable`, as a short text. */
export type LastValues = Readonly<Record<string, string>>;
