// LangGraph.js on the same graphs: reads "chain 50 200" or "fan 20 200" (shape, size, runs), answers {"seconds": 1.2}.
import { createInterface } from 'node:readline';
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

const State = Annotation.Root({ value: Annotation({ reducer: (a, b) => Math.max(a, b), default: () => 0 }) });
const step = state => ({ value: state.value + 1 });
const graphs = new Map();

function chain(size) {
  const graph = new StateGraph(State);
  for (let i = 0; i < size; i++) {
    graph.addNode(`n${i}`, step);
    graph.addEdge(i === 0 ? START : `n${i - 1}`, `n${i}`);
  }
  graph.addEdge(`n${size - 1}`, END);
  return graph.compile();
}

function fan(size) {
  const graph = new StateGraph(State).addNode('join', step).addEdge('join', END);
  const names = [];
  for (let i = 0; i < size; i++) {
    graph.addNode(`n${i}`, step);
    graph.addEdge(START, `n${i}`);
    names.push(`n${i}`);
  }
  graph.addEdge(names, 'join');
  return graph.compile();
}

for await (const line of createInterface({ input: process.stdin })) {
  const [shape, size, runs] = line.split(' ');
  const key = `${shape} ${size}`;
  if (!graphs.has(key)) {
    graphs.set(key, shape === 'chain' ? chain(+size) : fan(+size));
  }
  const started = performance.now();
  for (let run = 0; run < +runs; run++) {
    const { value } = await graphs.get(key).invoke({ value: 0 }, { recursionLimit: 1000 });
    if (value !== (shape === 'chain' ? +size : 2)) {
      throw new Error(`The graph came to ${value}.`);
    }
  }
  console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000 }));
}
