using Microsoft.Extensions.Hosting;
using Middeck.Core.Errors;
using Middeck.Http.Dialects.Dify;

namespace Middeck.Knowledge.ServiceApi;

/// <summary>Writes the errors of the part of Dify's Service API that knowledge bases have.</summary>
internal sealed class DatasetErrorDialect(IHostEnvironment environment)
    : DifyDialect(DifyEndpointMetadata.Dataset, environment)
{
    protected override DifyError Say(Fault fault, int status) => DatasetErrors.Of(fault, status);

    protected override bool IsOwnKey(string key) => key.StartsWith("dataset-", StringComparison.Ordinal);
}
