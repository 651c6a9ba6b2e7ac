using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Middeck.Storage.Sql;

/// <summary>
/// A statement whose text can only come from literals in our code: each hole of the interpolated string becomes a parameter,
/// and a hole that is itself a <see cref="SqlText"/> is spliced in with its parameters. There is no way to put a value into the text.
/// </summary>
[InterpolatedStringHandler]
public sealed class SqlText
{
    private readonly StringBuilder _text;
    private readonly List<NpgsqlParameter> _parameters;

    /// <summary>Called by the compiler.</summary>
    public SqlText(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 3));
        _parameters = new List<NpgsqlParameter>(formattedCount);
    }

    /// <summary>Nothing, for a condition that does not apply.</summary>
    public static SqlText Empty => new(0, 0);

    /// <summary>Makes a piece that other statements take in.</summary>
    public static SqlText Of(SqlText text) => text;

    /// <summary>A jsonb parameter from JSON text; null becomes SQL null.</summary>
    public static NpgsqlParameter Jsonb(string? json)
        => new() { Value = (object?)json ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb };

    /// <summary>Called by the compiler for the text between holes.</summary>
    public void AppendLiteral(string literal) => _text.Append(literal);

    /// <summary>Called by the compiler for a hole: a value, a prepared parameter, or a piece of a statement.</summary>
    public void AppendFormatted<T>(T value)
    {
        switch (value)
        {
            case SqlText piece:
                Splice(piece);
                break;
            case NpgsqlParameter parameter:
                Add(parameter);
                break;
            case null:
                Add(new NpgsqlParameter { Value = DBNull.Value });
                break;
            case Enum word:
                Add(new NpgsqlParameter { Value = SnakeCase.Of(word.ToString()) });
                break;
            default:
                Add(new NpgsqlParameter<T>(string.Empty, value));
                break;
        }
    }

    internal void Fill(NpgsqlCommand command)
    {
        command.CommandText = _text.ToString();
        foreach (var parameter in _parameters)
        {
            command.Parameters.Add(parameter);
        }
    }

    internal void Fill(NpgsqlBatchCommand command)
    {
        command.CommandText = _text.ToString();
        foreach (var parameter in _parameters)
        {
            command.Parameters.Add(parameter);
        }
    }

    private void Add(NpgsqlParameter parameter)
    {
        _parameters.Add(parameter);
        _text.Append('$').Append(_parameters.Count);
    }

    private void Splice(SqlText piece)
    {
        // The piece's own $1… get new numbers. Our literals hold a dollar sign only in front of a parameter's number.
        var text = piece._text.ToString();
        var offset = _parameters.Count;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$' || i + 1 >= text.Length || !char.IsAsciiDigit(text[i + 1]))
            {
                _text.Append(text[i]);
                continue;
            }

            var number = 0;
            while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                number = (number * 10) + (text[++i] - '0');
            }

            _text.Append('$').Append(number + offset);
        }

        // Each statement its own: a parameter belongs to one command, and a piece may be taken in by several.
        _parameters.AddRange(piece._parameters.Select(parameter => parameter.Clone()));
    }
}
