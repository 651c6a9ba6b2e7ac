import { useEffect, useMemo, useState } from 'react';
import type { FlowProblem } from '../forms/variables';
import type { WorkflowConfig } from '../model/graph';

type Find = (config: WorkflowConfig, isChat: boolean) => FlowProblem[];

const none: FlowProblem[] = [];

/** What is wrong with the graph. What finds it is loaded after the canvas has been drawn. */
export function useProblems(config: WorkflowConfig, isChat: boolean): FlowProblem[] {
  const [found, setFound] = useState<{ find: Find }>();
  useEffect(() => {
    // Without it nothing is marked here; a run and the server still tell what is wrong.
    void import('../forms/variables').then(({ problemsOf }) => setFound({ find: problemsOf }), () => undefined);
  }, []);
  return useMemo(() => found?.find(config, isChat) ?? none, [found, config, isChat]);
}
