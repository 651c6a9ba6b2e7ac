import { problemText } from '../../../api/problem';
import { toast } from '../../../ui/toast/toast';

/** Does something whose result can be seen in its place; what the server refuses is told in a toast. */
export async function attempt(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    toast(problemText(error), { tone: 'error' });
  }
}
