import { toCsv } from './csv';
import type { AuditEntry } from './types';

const entry: AuditEntry = {
  id: '1', at: '2026-11-20T09:14:00Z', actor: { kind: 'user', id: 'u1', name: '=cmd()' }, action: 'create_app',
  object: { kind: 'app', id: 'a1', name: 'Say "hi", twice' }, ip: '10.0.3.7', user_agent: null, status: 201, before: null,
  after: { name: 'x' }, trace_id: 't',
};

it('quotes what needs quotes and disarms formulas', () => {
  const [, line] = toCsv([entry]).split('\r\n');

  expect(line).toBe('2026-11-20T09:14:00Z,\'=cmd(),user,create_app,app,a1,"Say ""hi"", twice",201,10.0.3.7,t,,"{""name"":""x""}"');
});
