/** What the drag of a line of the list of nodes carries. */
export const dragType = 'application/x-middeck-node';
