using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Statements;

namespace Middeck.Workflows.Jinja.Syntax;

/// <summary>Reads a template: text, print statements and blocks up to the tags that end them.</summary>
internal sealed class TemplateParser
{
    private readonly TokenStream _stream;
    private readonly ExpressionParser _expressions;
    private readonly StatementParser _statements;
    private readonly Stack<string> _open = new();
    private readonly Stack<string[]> _ends = new();

    private TemplateParser(TokenStream stream)
    {
        _stream = stream;
        _expressions = new ExpressionParser(stream);
        _statements = new StatementParser(stream, _expressions, this);
    }

    /// <summary>Throws a <see cref="JinjaException"/> that names the line.</summary>
    public static Statement[] Parse(string template) => new TemplateParser(new TokenStream(Lexer.Read(template))).Body([]);

    /// <summary>The statements up to a tag of one of these names, which is the current token afterwards.</summary>
    public Statement[] BodyUntil(params string[] ends)
    {
        _stream.SkipIf(":");
        _stream.Expect(TokenKind.BlockEnd);
        var body = Body(ends);
        if (_stream.Current.Kind == TokenKind.End)
        {
            _ends.Push(ends);
            throw Unexpected(null);
        }

        return body;
    }

    private Statement[] Body(string[] ends)
    {
        Budget.Room();
        if (ends.Length > 0)
        {
            _ends.Push(ends);
        }

        List<Statement> body = [];
        while (_stream.Current.Kind != TokenKind.End)
        {
            var token = _stream.Next();
            switch (token.Kind)
            {
                case TokenKind.Data:
                    body.Add(new TextStatement(token.Text, token.Line));
                    break;
                case TokenKind.VariableBegin:
                    body.Add(new PrintStatement(_expressions.Tuple(), token.Line));
                    _stream.Expect(TokenKind.VariableEnd);
                    break;
                default:
                    if (_stream.Current.Kind == TokenKind.Name && ends.Contains(_stream.Current.Text))
                    {
                        _ends.Pop();
                        return [.. body];
                    }

                    body.Add(Statement());
                    _stream.Expect(TokenKind.BlockEnd);
                    break;
            }
        }

        if (ends.Length > 0)
        {
            _ends.Pop();
        }

        return [.. body];
    }

    private Statement Statement()
    {
        var token = _stream.Current;
        if (token.Kind != TokenKind.Name)
        {
            throw _stream.Fail("tag name expected");
        }

        _open.Push(token.Text);
        if (_statements.Parse(token) is { } statement)
        {
            _open.Pop();
            return statement;
        }

        _open.Pop();
        throw Unexpected(token.Text);
    }

    private JinjaException Unexpected(string? tag)
    {
        var message = tag is null ? "Unexpected end of template." : $"Encountered unknown tag '{tag}'.";
        if (_ends.TryPeek(out var looking))
        {
            var names = string.Join(" or ", looking.Select(name => $"'{name}'"));
            message += tag is not null && _ends.Any(names => names.Contains(tag))
                ? $" You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for {names}."
                : $" Jinja was looking for the following tags: {names}.";
        }

        if (_open.TryPeek(out var innermost))
        {
            message += $" The innermost block that needs to be closed is '{innermost}'.";
        }

        return _stream.Fail(message);
    }
}
