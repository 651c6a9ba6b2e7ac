using System.Runtime.CompilerServices;

namespace Middeck.Operations.Checks;

/// <summary>Runs checks one after the other. One that breaks hides none of the others.</summary>
public sealed class Checkup(IReadOnlyList<ICheck> checks)
{
    /// <summary>All checks, in the order in which they run: what others rest on comes first.</summary>
    public IReadOnlyList<ICheck> Checks => checks;

    /// <summary>Those of a readiness check.</summary>
    public Checkup Readiness() => new([.. checks.Where(check => check.IsReadiness)]);

    /// <summary>Those that are named; all when none is.</summary>
    /// <exception cref="RefusedException">There is no check of a name.</exception>
    public Checkup Of(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => checks.All(check => check.Name != name)) is { } unknown)
        {
            throw new RefusedException(
                ExitCode.Usage, CheckMessages.NoSuchCheck(unknown, checks.Select(check => check.Name)));
        }

        return names.Count == 0 ? this : new Checkup([.. checks.Where(check => names.Contains(check.Name))]);
    }

    /// <summary>Runs them; each report comes as soon as it is there.</summary>
    public async IAsyncEnumerable<CheckReport> RunAsync(
        CheckScene scene, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            yield return new CheckReport(check, await RunAsync(check, scene, cancellationToken));
        }
    }

    /// <summary>Runs one.</summary>
    public static async Task<CheckOutcome> RunAsync(
        ICheck check, CheckScene scene, CancellationToken cancellationToken)
    {
        try
        {
            return await check.RunAsync(scene, cancellationToken);
        }
        catch (Exception ex) when (ex is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, it belongs into the report: an operator who looks for one fault must see the others too.
            return CheckOutcome.Skipped(CheckMessages.Broke(check.Name, ex.Message));
        }
    }
}
