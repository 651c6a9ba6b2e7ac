/** What is typed on the server to go back to a backup. Names are made of letters that no shell minds. */
export const restoreCommands = (name: string): string =>
  ['middeck down', `middeck backup restore ${name} --overwrite`, 'middeck up'].join('\n');
