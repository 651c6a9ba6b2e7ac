import { differenceRows } from './differenceRows';

it('pairs the lines of a setting and leaves out what says nothing', () => {
  const changes = [
    { section: 'server', key: 'log_level', value: 'information' },
    { section: 'server', key: 'debug', value: 'false' },
    { section: 'server', key: 'public_url', value: null },
  ];
  const rows = differenceRows(changes, [
    { sign: '-', line: 1, text: 'server: # ours' },
    { sign: '-', line: 3, text: '  log-level: debug' },
    { sign: '+', line: 3, text: '  log_level: information' },
    { sign: '+', line: 4, text: '  debug: false' },
    { sign: '-', line: 5, text: '  public_url: http://a:80' },
  ]);

  expect(rows).toEqual([
    { key: 'server.log_level', from: 'debug', to: 'information' },
    { key: 'server.debug', from: undefined, to: 'false' },
    { key: 'server.public_url', from: 'http://a:80', to: undefined },
  ]);
});
