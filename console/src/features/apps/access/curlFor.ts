/** A call of `/v1/chat-messages` that works when it is pasted into a shell. */
export function curlFor(base: string, key: string, mode: 'blocking' | 'streaming', question: string): string {
  const body = JSON.stringify({ inputs: {}, query: question, response_mode: mode, user: 'demo' }, null, 2);
  return [
    `curl ${mode === 'streaming' ? '-N ' : ''}-X POST '${base}/v1/chat-messages' \\`,
    `  -H 'Authorization: Bearer ${key}' \\`,
    "  -H 'Content-Type: application/json' \\",
    `  -d '${body.replaceAll("'", "'\\''")}'`,
  ].join('\n');
}
