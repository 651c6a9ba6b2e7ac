using Middeck.Operations.Language;

namespace Middeck.Operations.Supervision;

/// <summary>What the supervisor answers.</summary>
/// <param name="Code">0 when it is done.</param>
/// <param name="Sentence">Why it is not.</param>
/// <param name="Dependents">Those that run and need a service that was to be stopped.</param>
/// <param name="Services">How all of them are now.</param>
public sealed record SupervisorAnswer(
    int Code, Message? Sentence, IReadOnlyList<string> Dependents, IReadOnlyList<ServiceStatus> Services);
