import type { ReactNode } from "react";

type Task = { title: string; text: ReactNode; action: ReactNode };

/** What to do next, numbered; the first one is highlighted. Actions are `ButtonLink`s. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ol role="list" className="task-list">
      {tasks.map(({ title, text, action }, index) => (
        <li key={title} className={index === 0 ? "task is-now" : "task"}>
          <h3>{title}</h3>
          <p>{text}</p>
          <div className="task-action">{action}</div>
        </li>
      ))}
    </ol>
  );
}
