using Microsoft.AspNetCore.Authorization;
using Middeck.Core.Errors;

namespace Middeck.Identity.Authorization;

/// <summary>Carries the refusal from the rule to the answer.</summary>
internal sealed class FaultReason(IAuthorizationHandler handler, Fault fault)
    : AuthorizationFailureReason(handler, fault.Detail)
{
    public Fault Fault { get; } = fault;
}
