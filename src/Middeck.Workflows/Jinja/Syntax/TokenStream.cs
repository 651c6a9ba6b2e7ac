using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Syntax;

/// <summary>The tokens of a template, one after the other.</summary>
internal sealed class TokenStream(List<Token> tokens)
{
    private int _at;

    public Token Current => tokens[_at];

    public Token Look => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    /// <summary>Takes the current one.</summary>
    public Token Next()
    {
        var token = Current;
        _at = Math.Min(_at + 1, tokens.Count - 1);
        return token;
    }

    public bool Is(string sign) => Current.IsOperator(sign);

    public bool IsName(string name) => Current.IsName(name);

    public bool SkipIf(string sign)
    {
        if (!Is(sign))
        {
            return false;
        }

        Next();
        return true;
    }

    public bool SkipIfName(string name)
    {
        if (!IsName(name))
        {
            return false;
        }

        Next();
        return true;
    }

    public Token Expect(string sign) => Is(sign) ? Next() : throw Unexpected(sign);

    public Token ExpectName(string name) => IsName(name) ? Next() : throw Unexpected(name);

    public Token Expect(TokenKind kind) => Current.Kind == kind ? Next() : throw Unexpected(Token.Describe(kind));

    public JinjaException Fail(string message) => Failures.Syntax(message, Current.Line);

    private JinjaException Unexpected(string expected) => Fail(Current.Kind == TokenKind.End
        ? $"unexpected end of template, expected '{expected}'."
        : $"expected token '{expected}', got '{Current.Description}'");
}
