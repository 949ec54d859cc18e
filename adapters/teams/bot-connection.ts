import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { USER_AGENT } from '#core/user-agent.ts';
import type { TeamsConnection } from './connection.ts';
import { CALL_MS } from './limits.ts';
import { fetchKeysOurselves } from './microsoft-keys.ts';
import type { TokenSource } from './token-source.ts';

export type BotAccess = {
  /** Empty: nobody is asked who they are; for loopback only. */
  readonly appId: string;
  readonly openIdUrl: string;
  readonly issuer: string;
  /** A token for the connector; `refused`: the one that it did not take, which is asked for anew. */
  readonly token: TokenSource;
};

/** Speaks with Teams by botbuilder: what comes in is checked, what goes out is sent. Nothing else of ours knows it. */
export function createBotConnection(access: BotAccess): TeamsConnection {
  fetchKeysOurselves(access.openIdUrl);
  const adapter = new Adapter(new Authentication(access));
  const speak = (reference: object, work: (context: TurnContext) => Promise<void>) =>
    adapter.continueConversationAsync(access.appId, reference, work);
  return {
    handle: async (authorization, activity, work) => {
      // It changes what it is given.
      const copy: Activity = JSON.parse(JSON.stringify(activity));
      await adapter.check(authorization, copy, work);
    },
    send: async (reference, said) => {
      let id = '';
      await speak(reference, async (context) => {
        id = (await context.sendActivity(said))?.id ?? '';
      });
      return id;
    },
    change: (reference, id, said) =>
      speak(reference, async (context) => {
        await context.updateActivity({ ...said, id });
      }),
  };
}

/** botbuilder's adapter, opened at the place where a request comes in. */
class Adapter extends CloudAdapter {
  check(authorization: string, activity: Activity, work: () => Promise<void>) {
    return this.processActivity(authorization, activity, work);
  }
}

/** With our addresses and token; and with a connector that is made once, asks once, and waits no longer than CALL_MS. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  readonly #made = new Map<string, ReturnType<ConnectorFactory['create']>>();
  readonly #appId: string;
  readonly #token: TokenSource;

  constructor({ appId, openIdUrl, issuer, token }: BotAccess) {
    const channel = {
      ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
      ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: AuthenticationConstants.OAuthUrl,
      ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
      CallerId: 'urn:botframework:azure',
    };
    super({ MicrosoftAppId: appId, ValidateAuthority: true, ...channel }, credentialsOf(appId, token));
    this.#appId = appId;
    this.#token = token;
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, header);
    // The library takes a token without an end for one that is good for ever.
    if (this.#appId !== '' && typeof claimIn(result, 'exp') !== 'number') throw new Endless();
    return result.connectorFactory ? { ...result, connectorFactory: this.#once(result.connectorFactory) } : result;
  }

  override createConnectorFactory(
    identity: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0],
  ) {
    return this.#once(super.createConnectorFactory(identity));
  }

  #once(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: (serviceUrl, audience) => {
        const key = `${serviceUrl} ${audience}`;
        const known = this.#made.get(key);
        if (known) return known;
        const making = factory.create(serviceUrl, audience).then((client) => {
          const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
          // It sends a message again after a 5xx that may have arrived.
          pipeline.removePolicy({ name: 'defaultRetryPolicy' });
          pipeline.addPolicy({
            name: 'patienceAndName',
            sendRequest: (request, next) => {
              request.timeout ||= CALL_MS;
              request.headers.set('user-agent', USER_AGENT);
              return next(request);
            },
          });
          // It was not taken, so that nothing is said twice; next to the wire, where an answer is not an error yet.
          const renew: Policy['sendRequest'] = async (request, next) => {
            const response = await next(request);
            const refused = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
            if (response.status !== 401 || refused === undefined) return response;
            request.headers.set('authorization', `Bearer ${await this.#token(refused)}`);
            return next(request);
          };
          pipeline.addPolicy({ name: 'renew', sendRequest: renew }, { afterPhase: 'Sign' });
          return client;
        });
        making.catch(() => this.#made.delete(key));
        this.#made.set(key, making);
        return making;
      },
    };
  }
}

type Pipeline = {
  removePolicy(which: { readonly name: string }): void;
  addPolicy(policy: Policy, where?: { readonly afterPhase: 'Sign' }): void;
};
type Policy = {
  readonly name: string;
  sendRequest(request: Request, next: (request: Request) => Promise<Response>): Promise<Response>;
};
type Response = { readonly status: number };
type Request = {
  timeout?: number;
  readonly headers: { get(name: string): string | undefined; set(name: string, value: string): unknown };
};

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/** As the library's own errors of a token say what they are. */
class Endless extends Error {
  override readonly message = 'The token has no end';
  readonly statusCode = 401;
}

const claimIn = ({ claimsIdentity }: AuthenticateRequestResult, name: string): unknown =>
  claimsIdentity?.claims.find(({ type }) => type === name)?.value;

function credentialsOf(appId: string, token: TokenSource): ServiceClientCredentialsFactory {
  const signRequest: Credentials['signRequest'] = async (request) => {
    if (appId !== '') request.headers.set('authorization', `Bearer ${await token()}`);
    return request;
  };
  return {
    isValidAppId: (given) => Promise.resolve((given || '') === appId),
    isAuthenticationDisabled: () => Promise.resolve(appId === ''),
    createCredentials: () => Promise.resolve({ signRequest }),
  };
}
