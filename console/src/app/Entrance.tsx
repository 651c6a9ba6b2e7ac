import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { meQuery, workspacesQuery } from '../api/queries';
import { sessionStatus } from '../api/session';
import { ErrorFace } from '../ui/faces/ErrorFace';
import { NoWorkspace } from './NoWorkspace';

/** The plain address: into the workspace that was used last, or to the sign-in page. */
export function Entrance() {
  const me = useQuery(meQuery(null));
  const workspaces = useQuery({ ...workspacesQuery, enabled: me.isSuccess });
  if (me.isError && sessionStatus() === 'signed_out') return <Navigate to="/login" replace />;
  const failed = [me, workspaces].find((query) => query.isError);
  if (failed) return <ErrorFace error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!me.data || !workspaces.data) return null;

  if (me.data.must_change_password) return <Navigate to="/login" replace />;
  const known = workspaces.data.data;
  const target = known.find(({ id }) => id === me.data.default_workspace_id) ?? known[0];
  return target ? <Navigate to={`/w/${target.id}`} replace /> : <NoWorkspace />;
}
