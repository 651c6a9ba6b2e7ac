import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { createPortal } from 'react-dom';
import { Problem } from '../../api/problem';
import { renderPage } from '../../testing/render';
import { DataTable, type DataTableProps } from './DataTable';
import { RowMenu } from './RowMenu';

interface Thing {
  id: string;
  name: string;
}

const things: Thing[] = ['one', 'two', 'three'].map((name) => ({ id: name, name }));

function show(props: Partial<DataTableProps<Thing>> = {}) {
  return renderPage(
    <DataTable<Thing>
      label="Things"
      query={{ data: things, error: null, refetch() {} }}
      columns={[{ key: 'name', title: 'Name', render: ({ name }) => name, sort: true }]}
      rowKey={({ id }) => id}
      empty={<p>Nothing yet</p>}
      {...props}
    />,
  );
}

it('walks by J and K and opens by Enter', async () => {
  const onOpen = vi.fn();
  await show({ onOpen });
  const user = userEvent.setup();

  await user.keyboard('jjk{Enter}');

  expect(onOpen).toHaveBeenCalledExactlyOnceWith(things[0]);
});

it('opens on a click in the row, and not on one in what the row has opened', async () => {
  const onOpen = vi.fn();
  const run = vi.fn();
  await show({
    onOpen,
    columns: [{
      key: 'name', title: 'Name', render: ({ name }) => <>{name}{createPortal(<p>Dialog of {name}</p>, document.body)}</>,
    }],
    rowMenu: ({ name }) => <RowMenu label={`Menu of ${name}`} items={[{ key: 'copy', label: `Copy ${name}`, onClick: run }]} />,
  });

  await userEvent.click(screen.getByRole('button', { name: 'Menu of one' }));
  await userEvent.click(await screen.findByText('Copy one'));
  await userEvent.click(screen.getByText('Dialog of one'));
  expect(run).toHaveBeenCalledOnce();
  expect(onOpen).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('cell', { name: 'two' }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(things[1]);
});

it('names the head of every column, also those of checkboxes, buttons and menus', async () => {
  await show({
    columns: [
      { key: 'name', title: 'Name', render: ({ name }) => name },
      { key: 'act', title: '', render: () => <button type="button">Revoke</button> },
    ],
    selection: () => null,
    rowMenu: () => <RowMenu items={[]} />,
  });

  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Selected', 'Name', 'Actions', 'Actions']);
  const { violations } = await axe.run(screen.getByRole('table'), { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('peeks by Space and keeps peeking while walking', async () => {
  const onPeek = vi.fn();
  await show({ onPeek, current: 'one' });
  const user = userEvent.setup();

  await user.keyboard('j');

  expect(onPeek).toHaveBeenLastCalledWith(things[1]);
});

it('selects by X and a range by Shift X', async () => {
  await show({ selection: (rows) => <p>{rows.map(({ id }) => id).join()}</p> });
  const user = userEvent.setup();

  await user.keyboard('jxjj{Shift>}X{/Shift}');

  expect(screen.getByText('one,two,three')).toBeVisible();
  expect(screen.getByText('3 rows selected')).toBeVisible();
});

it('leaves the keys to a field that is being typed in', async () => {
  const onPeek = vi.fn();
  await show({ onPeek, current: 'one', toolbar: <input aria-label="other" /> });
  const user = userEvent.setup();

  await user.type(screen.getByLabelText('other'), 'jxk');

  expect(onPeek).not.toHaveBeenCalled();
});

it('sorts by a click on the head, downwards first', async () => {
  const onChange = vi.fn();
  await show({ sort: { value: '', onChange } });

  await userEvent.click(screen.getByRole('button', { name: 'Name' }));

  expect(onChange).toHaveBeenCalledWith('-name');
});

it('loads more when there is more', async () => {
  const fetchNextPage = vi.fn();
  await show({ query: { data: things, error: null, refetch() {}, hasNextPage: true, fetchNextPage } });

  await userEvent.click(screen.getByRole('button', { name: 'Load more' }));

  expect(fetchNextPage).toHaveBeenCalledOnce();
});

it('tells empty from no match', async () => {
  const onClearFilters = vi.fn();
  const query = { data: [], error: null, refetch() {} };
  const { unmount } = await show({ query });
  expect(screen.getByText('Nothing yet')).toBeVisible();
  unmount();

  await show({ query, onClearFilters });
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(onClearFilters).toHaveBeenCalledOnce();
});

it('shows a failure with its trace id, and tries again', async () => {
  const refetch = vi.fn();
  await show({ query: { data: undefined, error: new Problem(500, { trace_id: 'abc123' }), refetch } });

  const alert = screen.getByRole('alert');
  expect(within(alert).getByText(/abc123/)).toBeVisible();
  await userEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
  expect(refetch).toHaveBeenCalledOnce();
});

it('names the permission when the list is forbidden', async () => {
  await show({ query: { data: undefined, error: new Problem(403, { permission: 'apps.read' }), refetch() {} } });

  expect(screen.getByText(/apps\.read/)).toBeVisible();
});
