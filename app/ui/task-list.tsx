import type { ReactNode } from "react";

type Task = { title: string; text?: ReactNode; action?: ReactNode };

type Props = {
  tasks: Task[];
  level?: 2 | 3;
  /** The first one stands in the sun, unless something else on the screen does. */ sunny?: boolean;
};

/** What to do next, numbered. Actions are `ButtonLink`s or forms with one button. */
export function TaskList({ tasks, level = 3, sunny = true }: Props) {
  const Heading = `h${level}` as const;
  return (
    <ol role="list" className="task-list">
      {tasks.map(({ title, text, action }, index) => (
        <li key={title} className={sunny && index === 0 ? "task is-now" : "task"}>
          <Heading>{title}</Heading>
          {text ? <p>{text}</p> : null}
          {action ? <div className="task-action">{action}</div> : null}
        </li>
      ))}
    </ol>
  );
}
