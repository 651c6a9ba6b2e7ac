import { Navigate } from 'react-router';
import { Loading } from '../ui/faces/Loading';
import { useNavigation } from './shell/useNavigation';

/** The start of a workspace as long as no feature serves a home: the first place this person may see. */
export function FirstArea() {
  const { items, isReady } = useNavigation();
  if (!isReady) return <Loading />;
  return items[0] ? <Navigate to={items[0].path} replace /> : null;
}
