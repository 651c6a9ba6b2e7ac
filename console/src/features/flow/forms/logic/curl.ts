import { linesOf, type Pair } from './pairs';

/** What a `curl` command asks for, as an HTTP node has it. */
export interface CurlRequest {
  method: string;
  url: string;
  headers: string;
  params: string;
  body: { type: string; data: Record<string, unknown>[] };
  authorization?: Record<string, unknown>;
  ssl_verify?: boolean;
}

const withValue = new Set([
  '-o', '--output', '-m', '--max-time', '--connect-timeout', '-x', '--proxy', '--cacert', '--cert', '--key', '-w', '--write-out', '--retry', '-c', '--cookie-jar',
]);

/** Reads a `curl` command as a shell of any kind writes it; undefined when it is none, or names no address. */
export function readCurl(command: string): CurlRequest | undefined {
  const words = shellWords(command);
  if (words[0] !== 'curl') return undefined;
  let [method, url, isGet, type] = ['', '', false, ''];
  const headers: Pair[] = [];
  const data: string[] = [];
  const form: Record<string, unknown>[] = [];
  let authorization: CurlRequest['authorization'];
  let ssl_verify: boolean | undefined;
  const header = (text: string) => {
    const at = text.indexOf(':');
    if (at > 0) headers.push({ key: text.slice(0, at).trim(), value: text.slice(at + 1).trim() });
  };

  for (let at = 1; at < words.length; at++) {
    const [word, joined] = split(words[at]!);
    const value = () => joined ?? words[++at] ?? '';
    switch (word) {
      case '-X': case '--request': method = value().toLowerCase(); break;
      case '-H': case '--header': header(value()); break;
      case '-d': case '--data': case '--data-raw': case '--data-ascii': case '--data-binary': data.push(value()); break;
      case '--data-urlencode': data.push(encoded(value())); break;
      case '--json': data.push(value()); type = 'json'; headers.push({ key: 'Accept', value: 'application/json' }); break;
      case '-F': case '--form': case '--form-string': form.push(formPart(value())); break;
      case '-u': case '--user': authorization = { type: 'api-key', config: { type: 'basic', api_key: value(), header: '' } }; break;
      case '-A': case '--user-agent': headers.push({ key: 'User-Agent', value: value() }); break;
      case '-e': case '--referer': headers.push({ key: 'Referer', value: value() }); break;
      case '-b': case '--cookie': headers.push({ key: 'Cookie', value: value() }); break;
      case '-G': case '--get': isGet = true; break;
      case '-I': case '--head': method = 'head'; break;
      case '-k': case '--insecure': ssl_verify = false; break;
      case '--url': url = value(); break;
      default:
        if (withValue.has(word)) value();
        else if (!word.startsWith('-') && url === '') url = word;
    }
  }
  if (url === '') return undefined;

  const [address, query] = cut(url, '?');
  const params = queryPairs(isGet ? [query, ...data].filter(Boolean).join('&') : query);
  const body = isGet ? { type: 'none', data: [] } : bodyOf(data, form, type || contentType(headers));
  return {
    method: method || (isGet || body.type === 'none' ? 'get' : 'post'),
    url: /^([a-z]+:\/\/|\{\{)/i.test(address) ? address : `http://${address}`,
    headers: linesOf(headers.filter(({ key }) => !isBodyType(key, body.type))), params: linesOf(params), body,
    ...(authorization && { authorization }), ...(ssl_verify === false && { ssl_verify }),
  };
}

// `-XPOST`, `-HAccept: x`, `--request=POST`
function split(word: string): [string, string?] {
  if (/^-[XHdFuAeb]./.test(word)) return [word.slice(0, 2), word.slice(2)];
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word];
}

const cut = (text: string, at: string): [string, string] => {
  const place = text.indexOf(at);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)];
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const queryPairs = (query: string): Pair[] => cut(query, '#')[0].split('&').filter(Boolean).map((part) => {
  const [key, value] = cut(part, '=');
  return { key: decoded(key), value: decoded(value) };
});

function encoded(given: string): string {
  const [name, value] = cut(given, '=');
  return given.includes('=') ? `${name && `${name}=`}${encodeURIComponent(value)}` : encodeURIComponent(given);
}

function formPart(given: string): Record<string, unknown> {
  const [key, value] = cut(given, '=');
  // A file of that machine is not here: it has to be chosen from the variables.
  return value.startsWith('@') || value.startsWith('<') ? { key, type: 'file', value: '', file: [] } : { key, type: 'text', value };
}

const contentType = (headers: readonly Pair[]): string => headers.find(({ key }) => key.toLowerCase() === 'content-type')?.value.toLowerCase() ?? '';

function bodyOf(data: readonly string[], form: Record<string, unknown>[], type: string): CurlRequest['body'] {
  if (form.length > 0) return { type: 'form-data', data: form };
  if (data.length === 0) return { type: 'none', data: [] };
  const whole = data.join('&');
  const text = { key: '', type: 'text', value: whole };
  if (type.includes('json') || (type === '' && /^\s*[{[]/.test(whole))) return { type: 'json', data: [text] };
  if (type !== '' && !type.includes('x-www-form-urlencoded')) return { type: 'raw-text', data: [text] };
  return { type: 'x-www-form-urlencoded', data: queryPairs(whole).map((pair) => ({ ...pair, type: 'text' })) };
}

// The node writes this header itself.
const isBodyType = (key: string, type: string): boolean => key.toLowerCase() === 'content-type' && type !== 'raw-text' && type !== 'none';

/** The words of a command, with the quotes of Unix and of Windows. */
function shellWords(command: string): string[] {
  const text = command.trim().replaceAll(/[\\^`]\r?\n/g, ' ');
  const words: string[] = [];
  let [word, isWord, quote] = ['', false, ''];
  for (let at = 0; at < text.length; at++) {
    const one = text[at]!;
    const next = text[at + 1] ?? '';
    if (quote !== '') {
      if (one === (quote === '$' ? "'" : quote)) quote = '';
      else if (one === '\\' && quote === '$') word += escaped(text[++at]);
      else if (one === '\\' && quote === '"' && next !== '' && '"\\$`'.includes(next)) word += text[++at];
      else word += one;
      continue;
    }
    if (/\s/.test(one)) {
      if (isWord) words.push(word);
      [word, isWord] = ['', false];
      continue;
    }
    isWord = true;
    if (one === '$' && next === "'") {
      at++;
      quote = '$';
    } else if (one === '"' || one === "'") quote = one;
    else word += one === '\\' ? text[++at] ?? '' : one;
  }
  return isWord ? [...words, word] : words;
}

const escaped = (one: string | undefined): string => ({ n: '\n', t: '\t', r: '\r' }[one ?? ''] ?? one ?? '');
