export type Level = 'error' | 'warn' | 'info' | 'debug';

const words: Record<Level, readonly string[]> = {
  error: ['fatal', 'panic', 'critical', 'crit', 'error', 'err', 'fail', 'emerg', 'alert'],
  warn: ['warning', 'warn', 'wrn'],
  info: ['information', 'info', 'inf', 'notice', 'log'],
  debug: ['debug', 'dbug', 'dbg', 'trace', 'trce', 'trc', 'verbose'],
};
const levelOf = new Map(Object.entries(words).flatMap(([level, all]) => all.map((word) => [word, level as Level])));
const any = [...levelOf.keys()].join('|');
// `ERROR …`, `09:14 fail: Namespace.Class[0]`, `[warn]`, `level=info`, `"level":"error"`: a word in small letters alone is just a word.
const loud = new RegExp(`\\b(${any.toUpperCase()})\\b`);
const marked = new RegExp(`(?:^|\\s)(${any})(?=:)|\\[(${any})\\]|level"?\\s*[=:]\\s*"?(${any})\\b`, 'i');
// The level stands near the beginning; what comes after is the message.
const within = 120;

/** Where a line says how serious it is; undefined when it does not. */
export function levelIn(line: string): { start: number; end: number; level: Level } | undefined {
  const head = line.slice(0, within);
  const match = marked.exec(head) ?? loud.exec(head);
  const word = match?.slice(1).find((one) => one !== undefined);
  if (!match || !word) return undefined;
  const start = match.index + match[0].lastIndexOf(word);
  return { start, end: start + word.length, level: levelOf.get(word.toLowerCase())! };
}
