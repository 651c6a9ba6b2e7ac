// hnswlib behind a line protocol: the folder of the data as argument, a command per line in, a line of JSON out.
//   build          -> {"seconds", "bytes"}
//   search <ef>    -> {"recall", "perSecond"}: every query once, one after the other
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import hnswlib from 'hnswlib-node';

const [folder, dimensions, limit, neighbours, buildWidth] = [process.argv[2], ...process.argv.slice(3).map(Number)];

const numbers = (name, Type) => {
  const bytes = readFileSync(`${folder}/${name}`);
  return new Type(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
};
// The binding takes plain arrays only; making them is no part of what is measured.
const rows = (components) =>
  Array.from({ length: components.length / dimensions }, (_, row) =>
    Array.from(components.subarray(row * dimensions, (row + 1) * dimensions)));

const vectors = rows(numbers('vectors.f32', Float32Array));
const queries = rows(numbers('queries.f32', Float32Array));
const truth = numbers('truth.i32', Int32Array);
const index = new hnswlib.HierarchicalNSW('ip', dimensions);

const build = () => {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  index.initIndex(vectors.length, neighbours, buildWidth, 100);
  const start = performance.now();
  vectors.forEach((vector, row) => index.addPoint(vector, row));
  return { seconds: (performance.now() - start) / 1000, bytes: process.memoryUsage().rss - before };
};

const search = (ef) => {
  index.setEf(ef);
  const found = [];
  const start = performance.now();
  for (const query of queries) {
    found.push(index.searchKnn(query, limit).neighbors);
  }
  const seconds = (performance.now() - start) / 1000;
  const hits = found.map((labels, row) => {
    const expected = truth.subarray(row * limit, (row + 1) * limit);
    return labels.filter((label) => expected.includes(label)).length;
  });
  return {
    recall: hits.reduce((sum, count) => sum + count, 0) / (queries.length * limit),
    perSecond: queries.length / seconds,
  };
};

for await (const line of createInterface({ input: process.stdin })) {
  const [command, argument] = line.split(' ');
  process.stdout.write(`${JSON.stringify(command === 'build' ? build() : search(Number(argument)))}\n`);
}
