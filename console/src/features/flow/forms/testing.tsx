import { useState } from 'react';
import { renderPage } from '../../../testing/render';
import type { Answer } from '../../../testing/fakeServer';
import type { GraphNode, NodeData, WorkflowConfig } from '../model/graph';
import { NodeForm } from './NodeForm';
import { variablesFor } from './variables';

/** A node of a graph that a test makes up. */
export const node = (id: string, data: Partial<NodeData> & { type: string }, more: Partial<GraphNode> = {}): GraphNode =>
  ({ id, type: 'custom', position: { x: 0, y: 0 }, data: { title: id, ...data }, ...more });

/** A graph whose edges are written `a>b` or `a.handle>b`. */
export function config(nodes: GraphNode[], edges: string[], more: Partial<WorkflowConfig> = {}): WorkflowConfig {
  return {
    graph: {
      nodes,
      edges: edges.map((edge) => {
        const [from, target] = edge.split('>') as [string, string];
        const [source, sourceHandle = 'source'] = from.split('.') as [string, string?];
        return { id: edge, source, target, sourceHandle, targetHandle: 'target' };
      }),
    },
    features: {}, environment_variables: [], conversation_variables: [], ...more,
  };
}

interface ShowOptions {
  isChat?: boolean;
  answers?: Record<string, Answer>;
  isReadOnly?: boolean;
}

/** Shows the form of a node, which keeps what is changed; `data()` is what it has become. */
export async function showForm(flow: WorkflowConfig, nodeId: string, { isChat = true, answers = {}, isReadOnly = false }: ShowOptions = {}) {
  let last = flow.graph.nodes.find(({ id }) => id === nodeId)!.data;
  const variables = variablesFor(flow, nodeId, isChat);
  function Held() {
    const [data, setData] = useState(last);
    return (
      <NodeForm
        appId="a1" isChat={isChat} nodeId={nodeId} data={data} variables={variables} isReadOnly={isReadOnly}
        onChange={(patch) => setData((before) => (last = { ...before, ...patch }))}
      />
    );
  }
  const view = await renderPage(<Held />, {
    words: ['flowForms', 'flowNodes', 'appEditor', 'agent'],
    answers: {
      'GET /api/v1/models': { data: [{ id: 'acme/large', provider: 'acme', name: 'large', type: 'llm' }] },
      'GET /api/v1/tools': { data: [] }, 'GET /api/v1/knowledge-bases': { data: [], has_more: false, next_cursor: null }, ...answers,
    },
  });
  return { ...view, data: () => last };
}
