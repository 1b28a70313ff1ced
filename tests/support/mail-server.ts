import { createServer, type Socket } from "node:net";

type Behaviour = {
  /** Replies to commands instead of accepting them, by the beginning of the command: `{ "RCPT TO": "550 5.1.1 No such mailbox" }`. */
  answers?: Record<string, string>;
  /** How long it waits before accepting a letter. Milliseconds. */
  thinks?: number;
};

export type MailServer = {
  /** The Message-IDs of the accepted letters, in order. */
  taken: string[];
  /** The same letters in full, as received. */
  letters: string[];
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
};

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Starts a mail server that accepts every letter unless told otherwise. */
export async function startMailServer(port: number, behaviour: Behaviour = {}): Promise<MailServer> {
  const taken: string[] = [];
  const letters: string[] = [];
  const sockets = new Set<Socket>();
  let { answers = {}, thinks = 0 } = behaviour;
  const replyTo = (command: string) => Object.entries(answers).find(([start]) => command.toUpperCase().startsWith(start))?.[1];
  const server = createServer((socket) => {
    sockets.add(socket.on("close", () => sockets.delete(socket)).on("error", () => {}));
    let letter: string | null = null;
    let rest = "";
    const say = (line: string) => void (socket.destroyed || socket.write(`${line}\r\n`));
    const hear = async (line: string) => {
      if (letter === null) {
        const reply = replyTo(line) ?? (line === "DATA" ? "354 Go on" : line === "QUIT" ? "221 Goodbye" : "250 Yes");
        if (reply.startsWith("354")) letter = "";
        return say(reply);
      }
      if (line !== ".") return void (letter += `${line}\n`);
      const name = /^message-id: (.*)$/im.exec(letter)?.[1] ?? "nameless";
      const whole = letter;
      letter = null;
      await pause(thinks);
      taken.push(name);
      letters.push(whole);
      say("250 Taken");
    };
    say("220 Welcome");
    socket.on("data", (bytes) => {
      const lines = (rest + String(bytes)).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) void hear(line);
    });
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return {
    taken,
    letters,
    behave: (next) => ({ answers = {}, thinks = 0 } = next),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
