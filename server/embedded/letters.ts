import type { Code } from "./codes";
import { createKeyedQueue } from "./keyed-queue";
import type { AuthMail } from "./types";
import { metadata, type UserRow, type Users } from "./users";

type AboutLetter = { userId?: string };

/**
 * Sends the letters of the auth service and the gateway, as the payload of hosted Supabase's Send Email hook. The auth service calls the five methods from
 * `sendConfirmation` to `sendEmailChange`, all but `sendReauthentication` with (address, hash of the code, code); the others are ours.
 */
export class Letters {
  private readonly inTurn = createKeyedQueue();
  /** Where the letter now being requested for an address should lead: the auth service does not pass on what the request says. */
  private readonly redirects = new Map<string, string | null>();

  constructor(
    private readonly users: Users,
    private readonly siteUrl: string,
    private readonly sendAuthMail: (mail: AuthMail) => Promise<void>,
  ) {}

  /**
   * Runs whatever leads to a letter to this address one at a time: of two clicks at once, the second finds the account that the first one created, and the
   * letter that was just sent. The letter links to `redirectTo` if that is a page of ours, else to the site.
   */
  writingTo<T>(email: string, redirectTo: string | null, act: () => Promise<T>): Promise<T> {
    const address = email.toLowerCase();
    return this.inTurn(address, () => {
      this.redirects.set(address, redirectTo);
      return act().finally(() => this.redirects.delete(address));
    });
  }

  private redirectFor({ email }: UserRow): string {
    const redirectTo = this.redirects.get(email?.toLowerCase() ?? "");
    const isOurs = redirectTo && URL.canParse(redirectTo) && new URL(redirectTo).origin === new URL(this.siteUrl).origin;
    return isOurs ? redirectTo : this.siteUrl;
  }

  /** As on hosted Supabase, an account is not created if its first letter cannot be sent. */
  async sendConfirmation(email: string, hash: string, code: string, about?: AboutLetter): Promise<void> {
    const user = await this.users.byEmail(email);
    if (!user) throw new Error("There is no account to confirm.");
    try {
      await this.send("signup", user, { code, hash });
    } catch (error) {
      if (about?.userId === user.id) await this.users.forget(user.id);
      throw error;
    }
  }

  async sendRecovery(email: string, hash: string, code: string): Promise<void> {
    await this.sendTo(email, "recovery", { code, hash });
  }

  async sendMagicLink(email: string, hash: string, code: string): Promise<void> {
    await this.sendTo(email, "magiclink", { code, hash });
  }

  async sendReauthentication(email: string, code: string, about?: { tokenHash?: string }): Promise<void> {
    await this.sendTo(email, "reauthentication", { code, hash: about?.tokenHash ?? "" });
  }

  /** Never called: the gateway writes to both mailboxes itself (`email-change.ts`), while the auth service would write to one. */
  async sendEmailChange(): Promise<void> {
    throw new Error("A change of address does not pass through the auth service.");
  }

  /** One call for two letters. The names are hosted Supabase's, which pairs `token`, for the current address, with `token_hash_new`. */
  async sendBothForChange(user: UserRow, newEmail: string, current: Code, fresh: Code): Promise<void> {
    await this.sendAuthMail({
      user: { id: user.id, email: user.email ?? "", new_email: newEmail, user_metadata: metadata(user.raw_user_meta_data) },
      email_data: {
        token: current.code,
        token_hash_new: current.hash,
        token_new: fresh.code,
        token_hash: fresh.hash,
        redirect_to: this.redirectFor(user),
        email_action_type: "email_change",
        site_url: this.siteUrl,
      },
    });
  }

  async send(action: string, user: UserRow, { code, hash }: Code): Promise<void> {
    await this.sendAuthMail({
      user: { id: user.id, email: user.email ?? "", user_metadata: metadata(user.raw_user_meta_data) },
      email_data: { token: code, token_hash: hash, redirect_to: this.redirectFor(user), email_action_type: action, site_url: this.siteUrl },
    });
  }

  private async sendTo(email: string, action: string, code: Code): Promise<void> {
    const user = await this.users.byEmail(email);
    if (user) await this.send(action, user, code);
  }
}
