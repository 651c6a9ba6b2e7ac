/**
 * An answer in the making, completed for display: half a mark would be shown as text and then jump. Only the last block can
 * be open; a code fence ends by itself.
 */
export function closeMarkdown(text: string): string {
  const fences = text.match(/^ {0,3}(```|~~~)/gm)?.length ?? 0;
  if (fences % 2 === 1) return text;

  const start = text.lastIndexOf('\n\n') + 1;
  let tail = text.slice(start);
  // `[1`, `[text](htt`, `![alt`: shown once it is whole.
  tail = tail.replace(/!?\[[^\]\n]*$/, '').replace(/!?\[([^\]\n]*)\]\([^)\n]*$/, '$1');
  tail = withoutHalfTable(tail);
  // `**` that has just come has nothing to emphasise yet.
  tail = tail.replace(/(\*{1,3}|~{1,2}|`|_{1,2})$/, '');

  const withoutCode = tail.replace(/`[^`\n]*`/g, '');
  if (withoutCode.includes('`')) return `${text.slice(0, start)}${tail}\``;
  const doubles = withoutCode.match(/\*\*/g)?.length ?? 0;
  if (doubles % 2 === 1) tail = `${tail.trimEnd()}**`;
  const strikes = withoutCode.match(/~~/g)?.length ?? 0;
  if (strikes % 2 === 1) tail = `${tail.trimEnd()}~~`;
  return text.slice(0, start) + tail;
}

// A table is one once its second line is whole; until then its head would be a paragraph.
function withoutHalfTable(tail: string): string {
  const lines = tail.split('\n');
  const head = lines.findIndex((line, at) => line.startsWith('|') && lines.slice(at).every((next) => next === '' || next.startsWith('|')));
  if (head < 0 || lines.length - head > 2) return tail;
  return bars(lines[head + 1] ?? '') < bars(lines[head]!) ? lines.slice(0, head).join('\n') : tail;
}

const bars = (line: string) => line.trim().split('|').length;
