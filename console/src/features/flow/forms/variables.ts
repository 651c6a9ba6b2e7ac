// What the canvas asks of variables and of the graph as a whole.
export { typeOf, variablesFor } from './logic/scope';
export { followRename } from './logic/rename';
export { problemsOf, type FlowProblem } from './logic/problems';
