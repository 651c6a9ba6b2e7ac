using Middeck.Core.Errors;
using Middeck.Core.Security;

namespace Middeck.Models.Calls;

/// <summary>Finds who answers a call.</summary>
internal sealed class CallTargets(IEnumerable<ICallTarget> targets)
{
    /// <exception cref="FaultException"><c>models.key_cannot_call</c>.</exception>
    public ICallTarget For(Caller caller)
        => targets.FirstOrDefault(target => target.Answers(caller))
            ?? throw new FaultException(new Fault(
                FaultKind.Forbidden, "models.key_cannot_call", "This key opens no model and no app. Use an app's key (app-…)."));
}
