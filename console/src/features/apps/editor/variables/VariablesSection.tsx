import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormItem } from '../../../../ui/chat/appConfig';
import { usedVariables } from '../promptVariables';
import { Section, type PartProps } from '../Section';
import { formNames, freeName, isFileKind, kindOf, textVariable } from './kinds';
import { VariableRow } from './VariableRow';

/** What is asked for before a conversation begins. */
export function VariablesSection({ config, change }: PartProps) {
  const { t } = useTranslation('apps');
  const grips = useRef<(HTMLButtonElement | null)[]>([]);
  const [opened, setOpened] = useState<string>();
  const [grabbed, setGrabbed] = useState<number>();
  const form = config.user_input_form ?? [];
  const names = formNames(config);
  const set = (user_input_form: FormItem[]) => change({ user_input_form });

  const move = (from: number, to: number) => {
    if (to < 0 || to >= form.length || from === to) return;
    const next = form.toSpliced(from, 1);
    set(next.toSpliced(to, 0, form[from]!));
  };
  const unused = unusedNames(config.pre_prompt ?? '', config.dataset_query_variable, form);

  return (
    <Section title={t('section.user_input_form')} fact={form.length || undefined} paths={['user_input_form']}>
      {form.length === 0 && <p className="md-quiet">{t('variables.empty')}</p>}
      <ul className="md-variables">
        {form.map((item, at) => {
          const kind = kindOf(item);
          const body = kind && item[kind];
          const remove = () => set(form.toSpliced(at, 1));
          return (
            <li
              key={at} className={body ? 'md-variable' : 'md-quiet'} data-grabbed={grabbed === at || undefined}
              onDragOver={(event) => {
                if (grabbed === undefined) return;
                event.preventDefault();
                move(grabbed, at);
                setGrabbed(at);
              }}
              onDrop={(event) => event.preventDefault()}
              onDragEnd={() => setGrabbed(undefined)}
            >
              {body ? (
                <VariableRow
                  kind={kind} body={body} at={at} taken={names.filter((name) => name !== body.variable)}
                  isOpen={opened === body.variable} onOpen={(isOpen) => setOpened(isOpen ? body.variable : undefined)}
                  onChange={(next) => set(form.with(at, next))} onRemove={remove} onGrab={() => setGrabbed(at)}
                  grip={(element) => {
                    grips.current[at] = element;
                  }}
                  onMove={(by) => {
                    move(at, at + by);
                    grips.current[at + by]?.focus();
                  }}
                />
              ) : t('variables.other', { type: Object.keys(item)[0] })}
            </li>
          );
        })}
      </ul>
      {unused.length > 0 && <p className="md-build-warn">! {t('appEditor:variables.unused', { names: unused.join(', ') })}</p>}
      <Button size="small" icon={<Plus size={14} />} onClick={() => set([...form, textVariable(freeName('var', names))])}>
        {t('variables.add')}
      </Button>
    </Section>
  );
}

// Files are shown to the model beside the question; every other answer reaches it only where the prompt names it.
function unusedNames(prompt: string, queryVariable: unknown, form: readonly FormItem[]): string[] {
  const used = usedVariables(prompt);
  return form.flatMap((item) => {
    const kind = kindOf(item);
    const variable = kind && !isFileKind(kind) ? item[kind]!.variable : undefined;
    return variable && variable !== queryVariable && !used.includes(variable) ? [variable] : [];
  });
}
