import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import './DropArea.css';

interface DropAreaProps {
  label: string;
  accept: string;
  icon: LucideIcon;
  onFile: (file: File) => void;
}

/** Takes one file: dropped here, or chosen by a click or Enter. */
export function DropArea({ label, accept, icon: Icon, onFile }: DropAreaProps) {
  const [isOver, setOver] = useState(false);
  return (
    <label
      className="md-drop-area" data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <input
        type="file" accept={accept} className="md-hidden"
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file again is a change too.
          target.value = '';
          if (file) onFile(file);
        }}
      />
      <Icon size={18} aria-hidden />
      <span>{label}</span>
    </label>
  );
}
