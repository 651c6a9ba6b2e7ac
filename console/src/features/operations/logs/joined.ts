/**
 * Lines and those that came after them, of which the first may be the last of the lines again: what a stream sent while the end of
 * the log was read, or what was read again after the stream had broken.
 */
export function joined(before: readonly string[], after: readonly string[]): string[] {
  for (let length = Math.min(before.length, after.length); length > 0; length--) {
    const from = before.length - length;
    let same = 0;
    while (same < length && before[from + same] === after[same]) same++;
    if (same === length) return [...before, ...after.slice(length)];
  }
  return [...before, ...after];
}
