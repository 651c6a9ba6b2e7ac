namespace Middeck.Testing.Hosting;

/// <summary>A workspace made for a test.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Owner">The administrator, working in it.</param>
/// <param name="Members">One client per role that was asked for.</param>
public sealed record TestWorkspace(Guid Id, MiddeckClient Owner, IReadOnlyDictionary<string, MiddeckClient> Members);
