using Microsoft.Extensions.Logging;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Models.Usage;

/// <summary>Hands out a meter for each call.</summary>
internal sealed class CallMeters(UsageWriter writer, ModelsMetrics metrics, TimeProvider clock, ILogger<CallMeter> logger)
{
    public CallMeter Begin(ModelCaller caller, ResolvedModel model) => new(caller, model, writer, metrics, clock, logger);
}
