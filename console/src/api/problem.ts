import i18n from 'i18next';

/** Problem details (RFC 9457) as the server sends them. */
interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  field?: string;
  errors?: Record<string, string[]>;
  trace_id?: string;
  [extension: string]: unknown;
}

/** A refused or failed call: what the server said of it, or that it could not be reached (`status` 0). */
export class Problem extends Error {
  readonly status: number;
  /** Stable and dotted, such as `knowledge.file_empty`; the console translates by it. */
  readonly code: string;
  readonly detail: string | undefined;
  /** The path of the field at fault, such as `models[0].name`. */
  readonly field: string | undefined;
  /** All fields at fault with their sentences. */
  readonly errors: Readonly<Record<string, string[]>>;
  readonly traceId: string | undefined;
  /** Further facts, such as `permission` or `retry_after_seconds`. */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(status: number, body: ProblemBody, retryAfter?: number) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    const { title, detail, code, field, errors, trace_id, ...extensions } = body;
    this.name = 'Problem';
    this.status = status;
    this.code = code ?? defaultCode(status);
    this.detail = detail;
    this.field = field;
    this.errors = errors ?? (field && detail ? { [field]: [detail] } : {});
    this.traceId = trace_id;
    this.extensions = retryAfter === undefined ? extensions : { retry_after_seconds: retryAfter, ...extensions };
  }

  /** The permission that a 403 names. */
  get permission(): string | undefined {
    return typeof this.extensions.permission === 'string' ? this.extensions.permission : undefined;
  }
}

/** Reads the problem out of an answer that is not a success, also when a proxy wrote it. */
export async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const json = /json/.test(response.headers.get('Content-Type') ?? '');
  await i18n.loadNamespaces('errors');
  const body: ProblemBody = json ? await response.json().catch(() => ({})) : {};
  return new Problem(response.status, body, Number.isNaN(retryAfter) ? undefined : retryAfter);
}

/** What `fetch` threw, as a problem; a cancelled call stays what it is. */
export function unreachable(error: unknown): unknown {
  if (error instanceof Problem || (error instanceof DOMException && error.name === 'AbortError')) return error;
  return new Problem(0, { code: 'client.unreachable' });
}

/** The sentence for people: translated by code, else the server's own words, else by status. */
export function problemText(error: unknown): string {
  if (!(error instanceof Problem)) return i18n.t('errors:client.unexpected');
  const key = `errors:${error.code}`;
  const detail = toldIn(i18n.language, error.extensions.sentence) ?? error.detail;
  if (i18n.exists(key)) return i18n.t(key, { reason: detail, ...error.extensions });
  return detail ?? i18n.t(`errors:${defaultCode(error.status)}`);
}

/** What the server says in all languages, as it does of files and commands on its machine: `{ en, 'zh-CN' }`. */
function toldIn(language: string, sentence: unknown): string | undefined {
  const told = (sentence as Record<string, unknown> | null | undefined)?.[language];
  return typeof told === 'string' ? told : undefined;
}

function defaultCode(status: number): string {
  switch (status) {
    case 0: return 'client.unreachable';
    case 401: return 'client.signed_out';
    case 403: return 'auth.forbidden';
    case 404: return 'client.not_found';
    case 409: return 'client.conflict';
    case 413: return 'client.too_large';
    case 429: return 'client.too_many';
    case 502: case 503: case 504: return 'client.unavailable';
    default: return status >= 500 ? 'client.server_error' : 'client.refused';
  }
}
