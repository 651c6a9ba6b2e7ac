using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Middeck.Identity.Mail;
using Middeck.Identity.Passwords;
using Middeck.Identity.Tests.Hosting;
using Middeck.Identity.Users;

namespace Middeck.Identity.Tests.Mail;

public sealed class MailWorkerTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string PublicUrl = "https://ai.example.com/";

    [Fact]
    public async Task A_forgotten_password_is_answered_by_a_link_that_works()
    {
        var person = await NewPersonAsync();
        var mails = new SentMails();
        using var worker = Worker(mails, PublicUrl);

        await worker.SendAsync(new ForgottenPasswordMail(person.Email.ToUpperInvariant()), CancellationToken.None);

        var (to, text) = Assert.Single(mails.Sent);
        Assert.Equal(person.Email, to);
        var link = text[text.IndexOf("https://ai.example.com/reset/", StringComparison.Ordinal)..].Trim();
        var token = link.Split('/')[^1];
        var reset = await host.Anonymous().PostAsync(
            "/api/v1/auth/password/reset", new { token, new_password = "a fresh password 9" });
        Assert.Equal(HttpStatusCode.NoContent, reset.Status);
    }

    [Fact]
    public async Task Nobody_gets_two_such_mails_in_a_minute()
    {
        var person = await NewPersonAsync();
        var mails = new SentMails();
        using var worker = Worker(mails, PublicUrl);

        for (var count = 0; count < 3; count++)
        {
            await worker.SendAsync(new ForgottenPasswordMail(person.Email), CancellationToken.None);
        }

        Assert.Single(mails.Sent);
    }

    [Fact]
    public async Task An_unknown_address_gets_no_mail()
    {
        var mails = new SentMails();
        using var worker = Worker(mails, PublicUrl);

        await worker.SendAsync(new ForgottenPasswordMail("nobody@example.com"), CancellationToken.None);

        Assert.Empty(mails.Sent);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, PublicUrl)]
    public async Task Without_a_server_or_an_address_of_our_own_nothing_is_sent(bool configured, string publicUrl)
    {
        var person = await NewPersonAsync();
        var mails = new SentMails { IsConfigured = configured };
        using var worker = Worker(mails, publicUrl);

        await worker.SendAsync(new ForgottenPasswordMail(person.Email), CancellationToken.None);

        Assert.Empty(mails.Sent);
    }

    private async Task<Person> NewPersonAsync()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        return await host.NewPersonAsync(owner, workspace, "viewer");
    }

    private MailWorker Worker(SentMails mails, string publicUrl) => new(
        new MailQueue(),
        mails,
        host.Services.GetRequiredService<UserStore>(),
        host.Services.GetRequiredService<OneTimeTokens>(),
        Options.Create(new IdentityOptions { PublicUrl = publicUrl }),
        NullLogger<MailWorker>.Instance);
}
