using Middeck.Identity.Passwords;

namespace Middeck.Identity.Tests.Passwords;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("correct horse 42", "")]
    [InlineData("中文密码也可以用啦吧呀1", "")]
    [InlineData("Short1", "min_length")]
    [InlineData("1234509876321", "letter")]
    [InlineData("no digits at all", "digit")]
    [InlineData("xxLi.Lei2026xx", "not_email")]
    [InlineData("Password123", "not_common")]
    [InlineData("qwertyuiop123", "not_common")]
    [InlineData("aaaaaaaaa1aaaa", "not_common")]
    [InlineData("", "min_length letter digit not_common")]
    public void Each_rule_is_named(string password, string failed)
        => Assert.Equal(failed, string.Join(' ', PasswordPolicy.Check(password, "li.lei@example.com")));

    [Fact]
    public void A_password_of_a_megabyte_is_refused_before_it_is_hashed()
        => Assert.Contains("min_length", PasswordPolicy.Check(new string('a', 1_000_000) + "1", "a@b.c"));

    [Fact]
    public void Published_default_passwords_are_known_by_their_hash()
        => Assert.True(PublishedPasswords.Contains("admin" + "123"));
}
