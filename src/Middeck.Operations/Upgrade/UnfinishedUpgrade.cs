using Middeck.Operations.Home;

namespace Middeck.Operations.Upgrade;

/// <summary>What <c>middeck up</c> does about an upgrade that was killed.</summary>
public static class UnfinishedUpgrade
{
    /// <summary>
    /// Nothing while the upgrade itself runs, or when it had changed nothing yet. The new program may go on; any other is refused,
    /// because the data may be of the new version by now.
    /// </summary>
    /// <param name="home">The home that is being started.</param>
    /// <param name="executable">The program that starts it.</param>
    /// <exception cref="RefusedException">The sentence says how to go on and how to go back.</exception>
    public static void Refuse(MiddeckHome home, string executable)
    {
        if (UpgradeJournal.Read(home) is not { } journal)
        {
            return;
        }

        using var only = UpgradeJournal.TryEnter(home);
        if (only is null)
        {
            return;
        }

        if (journal.Step == UpgradeStep.Backup)
        {
            UpgradeJournal.Remove(home);
            return;
        }

        if (journal.Step == UpgradeStep.Return || executable != journal.To.Executable)
        {
            throw new RefusedException(ExitCode.Failed, UpgradeMessages.Unfinished(journal.From.Version, journal.To.Version));
        }
    }

    /// <summary>The new program answers: an upgrade that was killed before it saw that is done.</summary>
    public static void Complete(MiddeckHome home, string executable)
    {
        using var only = UpgradeJournal.TryEnter(home);
        if (only is not null && UpgradeJournal.Read(home) is { Step: UpgradeStep.Start } journal
            && journal.To.Executable == executable)
        {
            new VersionHistory(journal.To, journal.From, journal.Backup).Write(home);
            UpgradeJournal.Remove(home);
        }
    }
}
