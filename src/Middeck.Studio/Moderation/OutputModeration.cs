using Middeck.Studio.Answering;

namespace Middeck.Studio.Moderation;

/// <summary>Puts a gate before the answer when the app's settings want answers to be judged.</summary>
internal sealed class OutputModeration(Moderator moderator) : IPreparation
{
    public Task PrepareAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (ModerationSettings.Read(turn.Config) is { Outputs.Enabled: true } settings)
        {
            turn.Progress.Gate = new ModerationGate(turn, settings, moderator);
        }

        return Task.CompletedTask;
    }
}
