namespace Middeck.Identity.Tests.Hosting;

/// <summary>Somebody who is signed in.</summary>
public sealed record Person(Guid Id, string Email, ApiClient Client)
{
    public const string Password = "a password with 1 digit";
}
