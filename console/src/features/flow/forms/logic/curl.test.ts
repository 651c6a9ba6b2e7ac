import { readCurl } from './curl';

it('reads a command as browsers copy it', () => {
  expect(readCurl(`curl 'https://api.example.cn/v1/items?page=2&q=a%20b' \\
    -H 'Accept: application/json' \\
    -H "Content-Type: application/json" \\
    --data-raw '{"name":"Wang","note":"it'\\''s"}' --compressed`)).toEqual({
    method: 'post', url: 'https://api.example.cn/v1/items', headers: 'Accept:application/json', params: 'page:2\nq:a b',
    body: { type: 'json', data: [{ key: '', type: 'text', value: '{"name":"Wang","note":"it\'s"}' }] },
  });
});

it('reads forms, passwords and files', () => {
  expect(readCurl('curl -XPUT -u wang:secret -F title=Hello -F file=@a.pdf -k example.cn/up')).toEqual({
    method: 'put', url: 'http://example.cn/up', headers: '', params: '', ssl_verify: false,
    authorization: { type: 'api-key', config: { type: 'basic', api_key: 'wang:secret', header: '' } },
    body: { type: 'form-data', data: [{ key: 'title', type: 'text', value: 'Hello' }, { key: 'file', type: 'file', value: '', file: [] }] },
  });
  expect(readCurl('curl -d a=1 -d b=x+y https://e.cn')!.body).toEqual({
    type: 'x-www-form-urlencoded', data: [{ key: 'a', value: '1', type: 'text' }, { key: 'b', value: 'x y', type: 'text' }],
  });
});

it('puts data into the address when it is asked for by GET', () => {
  expect(readCurl('curl -G https://e.cn --data-urlencode "q=a b"')).toMatchObject({ method: 'get', params: 'q:a b', body: { type: 'none' } });
});

it('takes nothing else for a request', () => {
  expect(readCurl('wget https://e.cn')).toBeUndefined();
  expect(readCurl('curl -X POST')).toBeUndefined();
});
