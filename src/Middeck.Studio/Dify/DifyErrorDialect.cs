using Microsoft.Extensions.Hosting;
using Middeck.Core.Errors;
using Middeck.Http.Dialects.Dify;

namespace Middeck.Studio.Dify;

/// <summary>Writes the errors of the part of Dify's Service API that apps have.</summary>
internal sealed class DifyErrorDialect(IHostEnvironment environment) : DifyDialect(DifyEndpointMetadata.App, environment)
{
    protected override DifyError Say(Fault fault, int status) => DifyAppErrors.Of(fault, status);

    // An address that nobody serves: who shows an app's key, or none, is most likely a client of Dify.
    protected override bool IsOwnKey(string key) => key.Length == 0 || key.StartsWith("app-", StringComparison.Ordinal);
}
