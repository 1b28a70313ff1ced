/** Runs actions on the same key one after another; actions on different keys do not wait for each other. */
export function createKeyedQueue(): <T>(thing: string, act: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (thing, act) => {
    const turn = (last.get(thing) ?? Promise.resolve()).then(act, act);
    last.set(thing, turn);
    const leave = () => {
      if (last.get(thing) === turn) last.delete(thing);
    };
    turn.then(leave, leave);
    return turn;
  };
}
