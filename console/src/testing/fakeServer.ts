import { vi } from 'vitest';

/** What a call is answered with: a body, or a function of the request for anything else. */
export type Answer = object | ((request: Request) => Response | Promise<Response>);

export interface FakeServer {
  /** `GET /api/v1/apps` → answer. The query is not part of the name. */
  answers: Record<string, Answer>;
  /** All calls so far, in order. */
  calls: Request[];
}

/** Answers `fetch` by method and path, as the server would; a call that nobody prepared gets 404 as problem details. */
export function fakeServer(answers: Record<string, Answer>): FakeServer {
  const server: FakeServer = { answers, calls: [] };
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    const request = new Request(new URL(input, 'http://middeck.test'), init);
    server.calls.push(request.clone() as Request);
    const answer = server.answers[`${request.method} ${new URL(request.url).pathname}`];
    if (!answer) return problem(404, 'test.not_prepared', `Nobody prepared ${request.method} ${request.url}.`);
    return typeof answer === 'function' ? answer(request) : Response.json(answer);
  });
  return server;
}

/** A refusal as the server writes it. */
export function problem(status: number, code: string, detail: string, extensions: object = {}): Response {
  return Response.json(
    { status, code, detail, trace_id: '4bf92f3577b34da6a3ce929d0e0e4736', ...extensions },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}
