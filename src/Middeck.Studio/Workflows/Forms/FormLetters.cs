using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Identity.Users;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools.Builtin.Email;
using Middeck.Studio.Workflows.Runs;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Forms;

/// <summary>Finds out to whom the mails about a form go.</summary>
internal sealed class FormLetters(IPeople people, TimeProvider clock)
{
    private const int MostRecipients = 500;

    /// <summary>One mail for each person; those that cannot be sent say why.</summary>
    public async Task<IReadOnlyList<FormLetter>> WriteAsync(
        WorkflowRun run, IReadOnlyList<FormMail> mails, CancellationToken cancellationToken)
    {
        var letters = new List<FormLetter>();
        foreach (var mail in mails)
        {
            var addresses = await AddressesAsync(run, mail, cancellationToken);
            letters.AddRange(addresses.Count == 0
                ? [LetterOf(mail, "", "Nobody is named whom it could be sent to.")]
                : addresses.Select(address => LetterOf(mail, address, ProblemOf(address))));
        }

        return letters;
    }

    private async Task<List<string>> AddressesAsync(WorkflowRun run, FormMail mail, CancellationToken cancellationToken)
    {
        var workspace = run.Start.App.WorkspaceId;
        if (mail.IsDebug && run.Start.App.Version is null)
        {
            return run.Start.Person.UserId is { } tester ? [.. await people.AddressesAsync(workspace, [tester], cancellationToken)] : [];
        }

        var items = mail.Recipients.Member("items") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
        var written = items.Select(item => item.Member("email").Text()?.Trim()).OfType<string>().Where(address => address.Length > 0);
        var members = items.Select(item => item.Member("user_id").Text()).Where(id => Guid.TryParse(id, out _)).Select(id => Guid.Parse(id!)).ToArray();
        var known = mail.Recipients.Member("whole_workspace") is { ValueKind: JsonValueKind.True }
            ? await people.AddressesAsync(workspace, null, cancellationToken)
            : members.Length > 0 ? await people.AddressesAsync(workspace, members, cancellationToken) : [];
        return [.. written.Concat(known).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostRecipients)];
    }

    private FormLetter LetterOf(FormMail mail, string address, string? problem)
        => new(Ids.New(clock), Storable(address), Storable(mail.Subject), Storable(mail.Body), problem);

    private static string? ProblemOf(string address)
    {
        try
        {
            MailSender.AddressOf("email", address);
            return null;
        }
        catch (FaultException ex)
        {
            return ex.Fault.Detail;
        }
    }

    private static string Storable(string text) => StorableJson.IsStorable(text) ? text : text.Replace("\0", "", StringComparison.Ordinal);
}
