using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>Asks an app one case as its users do, and has the answer judged.</summary>
internal sealed class CaseRunner(ChatRunner runner, EndUsers people, Verdicts verdicts)
{
    /// <summary>Whatever is wrong with the case or its model is an outcome; a database that is not there is not.</summary>
    public async Task<CaseOutcome> RunAsync(
        EvaluationTask task, WaitingCase @case, Guid jobId, CancellationToken cancellationToken)
    {
        // A person of its own: what the app remembers of one case says nothing in another.
        var name = $"evaluation:{task.Id}:{@case.CaseId}";
        var person = await people.GetAsync(task.App.WorkspaceId, task.App.Id, name, cancellationToken);
        ChatRun run;
        try
        {
            run = await runner.StartAsync(
                new ChatRequest(
                    task.App, ChatSource.Evaluation, person, name, KeyId: null, @case.Question, @case.Inputs, ConversationId: null),
                cancellationToken);
        }
        catch (FaultException ex)
        {
            return CaseOutcome.Refused(ex.Fault.Detail);
        }

        await using var stop = cancellationToken.Register(() => run.Cancel(CancelReason.Stopped));
        var end = await run.Stream.End;
        cancellationToken.ThrowIfCancellationRequested();
        return end is RunEvent.Ended ended
            ? await JudgeAsync(task, @case, run, ended, jobId, cancellationToken)
            : CaseOutcome.Refused(((RunEvent.Failed)end).Failure.Message, run.Id);
    }

    private async Task<CaseOutcome> JudgeAsync(
        EvaluationTask task, WaitingCase @case, ChatRun run, RunEvent.Ended ended, Guid jobId, CancellationToken cancellationToken)
    {
        var caller = new ModelCaller(task.App.WorkspaceId, "app", task.App.Id, RunId: jobId);
        var outcome = new CaseOutcome(CaseState.Done, ended.Answer, null, [], ended.Usage, run.Model, run.Id);
        try
        {
            return outcome with
            {
                Verdicts = await verdicts.OfAsync(
                    new JudgedAnswer(caller, @case.Question, @case.Expected, @case.Rules, ended.Answer, ended.Citations),
                    task.Judges,
                    cancellationToken),
            };
        }
        catch (FaultException ex)
        {
            return outcome with { State = CaseState.Failed, Error = $"The answer could not be judged: {ex.Fault.Detail}" };
        }
    }
}
